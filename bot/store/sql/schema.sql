-- name: create
CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT

-- name: tables
SELECT name FROM sqlite_master WHERE type = 'table'

-- name: applied
SELECT number FROM migrations

-- name: record
INSERT INTO migrations (number, name) VALUES (:number, :name)

-- name: have_alone
PRAGMA locking_mode = EXCLUSIVE

-- name: try
BEGIN IMMEDIATE
