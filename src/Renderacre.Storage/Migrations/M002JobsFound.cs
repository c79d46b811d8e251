namespace Renderacre.Storage.Migrations;

/// <summary>Jobs are archived, deleted and searched for.</summary>
internal static class M002JobsFound
{
    public static readonly Migration Migration = new(2, Archive + Search + Deletion);

    private const string Archive = """
        ALTER TABLE job ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

        """;

    private const string Search = """
        CREATE INDEX job_owner ON job (owner, priority, id) WHERE owner IS NOT NULL;
        CREATE INDEX job_project ON job (project, priority, id) WHERE project IS NOT NULL;
        CREATE INDEX job_queue ON job (queue, priority, id) WHERE queue IS NOT NULL;
        CREATE INDEX job_state ON job (state, priority, id);
        CREATE TABLE job_tag (tag TEXT NOT NULL, job INTEGER NOT NULL, PRIMARY KEY (tag, job)) WITHOUT ROWID;
        CREATE INDEX job_tag_job ON job_tag (job);
        INSERT OR IGNORE INTO job_tag (tag, job) SELECT value, job.id FROM job, json_each(job.tags);

        """;

    private const string Deletion = """
        CREATE TABLE deleted_job (job INTEGER PRIMARY KEY);
        CREATE TRIGGER job_deleted AFTER DELETE ON job BEGIN
          UPDATE job_total SET jobs = jobs - 1,
            pending = pending - OLD.pending, leased = leased - OLD.leased, running = running - OLD.running,
            succeeded = succeeded - OLD.succeeded, failed = failed - OLD.failed, cancelled = cancelled - OLD.cancelled
          WHERE state = OLD.state;
        END;
        """;
}
