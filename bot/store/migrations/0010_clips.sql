-- Whether moves are shown, or told in words only.
ALTER TABLE athletes ADD COLUMN pictures INTEGER NOT NULL DEFAULT 1;

-- What Telegram calls a clip that a bot has sent it before; the digest is the SHA-256 of the clip's file.
CREATE TABLE sent_clips (
    bot INTEGER NOT NULL,
    digest TEXT NOT NULL,
    file_id TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    PRIMARY KEY (bot, digest)
) STRICT;
