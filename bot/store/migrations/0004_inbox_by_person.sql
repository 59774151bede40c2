-- Who is erased, or was kept waiting, is found without reading everybody's updates.
CREATE INDEX inbox_by_person ON inbox (person) WHERE person IS NOT NULL;
