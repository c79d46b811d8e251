namespace Renderacre.Storage.Migrations;

/// <summary>
/// The first schema. Times are microseconds since 1970 UTC; states are the numbers of their enumerations.
/// </summary>
internal static class M001Initial
{
    public static readonly Migration Migration = new(1, Jobs + Units + Sessions + Attempts + Farm);

    private const string Jobs = """
        CREATE TABLE job (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL, owner TEXT, project TEXT, queue TEXT, tags TEXT NOT NULL, comment TEXT,
          submitted_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL,
          state INTEGER NOT NULL, paused INTEGER NOT NULL, ever_leased INTEGER NOT NULL, priority INTEGER NOT NULL,
          pending INTEGER NOT NULL, leased INTEGER NOT NULL, running INTEGER NOT NULL,
          succeeded INTEGER NOT NULL, failed INTEGER NOT NULL, cancelled INTEGER NOT NULL,
          in_memory INTEGER NOT NULL);
        CREATE INDEX job_order ON job (priority, id);
        CREATE INDEX job_in_memory ON job (id) WHERE in_memory = 1;

        CREATE TABLE job_plan (job INTEGER PRIMARY KEY, plan BLOB NOT NULL);
        CREATE TABLE job_document (job INTEGER PRIMARY KEY, document BLOB NOT NULL);
        CREATE TABLE job_step (
          job INTEGER NOT NULL, step INTEGER NOT NULL,
          name TEXT NOT NULL, unit_count INTEGER NOT NULL, lease_units_max INTEGER NOT NULL,
          PRIMARY KEY (job, step)) WITHOUT ROWID;
        CREATE TABLE class_limit (
          job INTEGER NOT NULL, step INTEGER NOT NULL, class INTEGER NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (job, step, class, name)) WITHOUT ROWID;

        CREATE TABLE job_total (
          state INTEGER PRIMARY KEY, jobs INTEGER NOT NULL DEFAULT 0,
          pending INTEGER NOT NULL DEFAULT 0, leased INTEGER NOT NULL DEFAULT 0, running INTEGER NOT NULL DEFAULT 0,
          succeeded INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
          cancelled INTEGER NOT NULL DEFAULT 0);
        INSERT INTO job_total (state) VALUES (0), (1), (2), (3), (4), (5);
        CREATE TRIGGER job_inserted AFTER INSERT ON job BEGIN
          UPDATE job_total SET jobs = jobs + 1,
            pending = pending + NEW.pending, leased = leased + NEW.leased, running = running + NEW.running,
            succeeded = succeeded + NEW.succeeded, failed = failed + NEW.failed, cancelled = cancelled + NEW.cancelled
          WHERE state = NEW.state;
        END;
        CREATE TRIGGER job_updated AFTER UPDATE ON job BEGIN
          UPDATE job_total SET jobs = jobs - 1,
            pending = pending - OLD.pending, leased = leased - OLD.leased, running = running - OLD.running,
            succeeded = succeeded - OLD.succeeded, failed = failed - OLD.failed, cancelled = cancelled - OLD.cancelled
          WHERE state = OLD.state;
          UPDATE job_total SET jobs = jobs + 1,
            pending = pending + NEW.pending, leased = leased + NEW.leased, running = running + NEW.running,
            succeeded = succeeded + NEW.succeeded, failed = failed + NEW.failed, cancelled = cancelled + NEW.cancelled
          WHERE state = NEW.state;
        END;

        """;

    private const string Units = """
        CREATE TABLE unit (
          job INTEGER NOT NULL, step INTEGER NOT NULL, unit INTEGER NOT NULL,
          failed INTEGER NOT NULL, failures_spent INTEGER NOT NULL, attempts INTEGER NOT NULL,
          last_number INTEGER NOT NULL,
          PRIMARY KEY (job, step, unit)) WITHOUT ROWID;
        CREATE INDEX unit_failed ON unit (job, step, unit) WHERE failed = 1;
        CREATE TABLE bitmap_node (
          job INTEGER NOT NULL, step INTEGER NOT NULL, kind INTEGER NOT NULL, level INTEGER NOT NULL,
          position INTEGER NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY (job, step, kind, level, position)) WITHOUT ROWID;

        """;

    private const string Sessions = """
        CREATE TABLE session (
          id INTEGER PRIMARY KEY,
          worker INTEGER NOT NULL, job INTEGER NOT NULL, step INTEGER NOT NULL, class INTEGER NOT NULL,
          single_task INTEGER NOT NULL, opened_at INTEGER NOT NULL, opened_by TEXT NOT NULL,
          ending INTEGER NOT NULL DEFAULT 0, last_report INTEGER NOT NULL DEFAULT 0,
          closed_at INTEGER, close_reason TEXT);
        CREATE INDEX session_job ON session (job, id);
        CREATE INDEX session_live ON session (worker, id) WHERE closed_at IS NULL;
        CREATE TABLE session_action (
          session INTEGER NOT NULL, number INTEGER NOT NULL,
          environment TEXT NOT NULL, entering INTEGER NOT NULL, outcome INTEGER NOT NULL, exit_code INTEGER,
          message TEXT, ended_at INTEGER NOT NULL,
          PRIMARY KEY (session, number)) WITHOUT ROWID;

        """;

    private const string Attempts = """
        CREATE TABLE attempt (
          id INTEGER PRIMARY KEY,
          job INTEGER NOT NULL, step INTEGER NOT NULL, first INTEGER NOT NULL, unit_count INTEGER NOT NULL,
          number INTEGER NOT NULL, worker INTEGER NOT NULL, session INTEGER NOT NULL,
          token_high INTEGER NOT NULL, token_low INTEGER NOT NULL, ahead INTEGER NOT NULL,
          leased_by TEXT NOT NULL, state INTEGER NOT NULL,
          leased_at INTEGER NOT NULL, started_at INTEGER, ended_at INTEGER,
          outcome INTEGER, exit_code INTEGER, log_length INTEGER,
          failure_summary TEXT, message TEXT, stdout_tail TEXT, stderr_tail TEXT, artifacts TEXT);
        CREATE INDEX attempt_unit ON attempt (job, step, first);
        CREATE INDEX attempt_session ON attempt (session);
        CREATE TABLE lease (
          job INTEGER NOT NULL, step INTEGER NOT NULL, first INTEGER NOT NULL, id INTEGER NOT NULL,
          unit_count INTEGER NOT NULL, started_at INTEGER, stopping INTEGER NOT NULL DEFAULT 0,
          revoked INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (job, step, first, id)) WITHOUT ROWID;

        """;

    private const string Farm = """
        CREATE TABLE meta (
          id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, next_id INTEGER NOT NULL);
        INSERT INTO meta VALUES (1, 0, 1);
        CREATE TABLE worker (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL, labels TEXT NOT NULL, slots INTEGER NOT NULL, identity TEXT, incarnation BLOB,
          state INTEGER NOT NULL, registered_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL);
        CREATE INDEX worker_name ON worker (name, id);
        CREATE TABLE limit_definition (name TEXT PRIMARY KEY, max_count INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE event (
          revision INTEGER NOT NULL, ordinal INTEGER NOT NULL,
          at INTEGER NOT NULL, by TEXT NOT NULL, kind INTEGER NOT NULL,
          job INTEGER, step INTEGER, unit INTEGER, unit_count INTEGER, worker INTEGER, session INTEGER, lease INTEGER,
          attempt_state INTEGER, detail TEXT,
          PRIMARY KEY (revision, ordinal)) WITHOUT ROWID;
        """;
}
