namespace Renderacre.Storage.Migrations;

/// <summary>Jobs that wait for jobs, and how it stands with that.</summary>
internal static class M015JobDependencies
{
    public static readonly Migration Migration = new(15, """
        CREATE TABLE job_dependency (
          job INTEGER NOT NULL, upstream INTEGER NOT NULL, on_end INTEGER NOT NULL, state INTEGER NOT NULL,
          PRIMARY KEY (job, upstream)) WITHOUT ROWID;
        """);
}
