namespace Renderacre.Storage.Migrations;

/// <summary>How often workers failed jobs that bound it.</summary>
internal static class M008WorkerFailures
{
    public static readonly Migration Migration = new(8, """
        CREATE TABLE worker_failure (
          job INTEGER NOT NULL, worker INTEGER NOT NULL, failures INTEGER NOT NULL,
          PRIMARY KEY (job, worker)) WITHOUT ROWID;
        """);
}
