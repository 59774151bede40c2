-- name: get
SELECT * FROM athletes WHERE id = :id

-- name: zone
SELECT zone FROM athletes WHERE id = :id

-- name: save
INSERT INTO athletes (
    id, language, step, zone, weekdays, remind_at, level, level_since, equipment, length, limits, opted_in,
    readiness_on, hold, recheck_on, rest_messages, paused, paused_until, blocked, onboarded_on, latest_day,
    felt_on, soreness, energy, deload_from, deload_refused_on, weekly, ill, pictures
) VALUES (
    :id, :language, :step, :zone, :weekdays, :remind_at, :level, :level_since, :equipment, :length, :limits, :opted_in,
    :readiness_on, :hold, :recheck_on, :rest_messages, :paused, :paused_until, :blocked, :onboarded_on, :latest_day,
    :felt_on, :soreness, :energy, :deload_from, :deload_refused_on, :weekly, :ill, :pictures
)
ON CONFLICT (id) DO UPDATE SET
    language = excluded.language,
    step = excluded.step,
    zone = excluded.zone,
    weekdays = excluded.weekdays,
    remind_at = excluded.remind_at,
    level = excluded.level,
    level_since = excluded.level_since,
    equipment = excluded.equipment,
    length = excluded.length,
    limits = excluded.limits,
    opted_in = excluded.opted_in,
    readiness_on = excluded.readiness_on,
    hold = excluded.hold,
    recheck_on = excluded.recheck_on,
    rest_messages = excluded.rest_messages,
    paused = excluded.paused,
    paused_until = excluded.paused_until,
    blocked = excluded.blocked,
    onboarded_on = excluded.onboarded_on,
    latest_day = excluded.latest_day,
    felt_on = excluded.felt_on,
    soreness = excluded.soreness,
    energy = excluded.energy,
    deload_from = excluded.deload_from,
    deload_refused_on = excluded.deload_refused_on,
    weekly = excluded.weekly,
    ill = excluded.ill,
    pictures = excluded.pictures

-- name: remember_workout_ids
UPDATE last_ids SET id = (SELECT max(id) FROM workouts)
WHERE name = 'workouts' AND id < (SELECT max(id) FROM workouts)

-- name: remember_entry_ids
UPDATE last_ids SET id = (SELECT max(id) FROM entries)
WHERE name = 'entries' AND id < (SELECT max(id) FROM entries)

-- name: remember_delivery_ids
UPDATE last_ids SET id = (SELECT max(id) FROM deliveries)
WHERE name = 'deliveries' AND id < (SELECT max(id) FROM deliveries)

-- name: erase
DELETE FROM athletes WHERE id = :id

-- name: erase_updates
UPDATE inbox SET person = NULL, body = NULL WHERE person = :id

-- name: set_live_message
UPDATE athletes SET live_message = :live_message WHERE id = :id

-- name: count_unanswered
UPDATE athletes SET unanswered = unanswered + 1 WHERE id = :id

-- name: heard_from
UPDATE athletes SET unanswered = 0, blocked = 0 WHERE id = :id
