namespace Renderacre.Storage.Migrations;

/// <summary>How long units of a step run, which decides how they are put into chunks.</summary>
internal static class M005StepEstimates
{
    public static readonly Migration Migration = new(5, """
        ALTER TABLE job_step ADD COLUMN unit_nanoseconds INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE job_step ADD COLUMN samples INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE job_step ADD COLUMN largest_chunk INTEGER NOT NULL DEFAULT 0;

        """);
}
