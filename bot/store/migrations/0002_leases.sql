-- Who claims a delivery raises its token, and has until the lease runs out.
ALTER TABLE deliveries ADD COLUMN token INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN lease_until INTEGER;

-- Why it was not needed, as /why tells it.
ALTER TABLE deliveries ADD COLUMN because TEXT;

-- From when to when the ticker ran without a longer pause; outages lie in between.
CREATE TABLE awake (
    id INTEGER PRIMARY KEY,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
