namespace Renderacre.Storage.Migrations;

/// <summary>What attempts used: microseconds on processors, and bytes.</summary>
internal static class M003AttemptUsage
{
    public static readonly Migration Migration = new(3, """
        ALTER TABLE attempt ADD COLUMN cpu_time INTEGER;
        ALTER TABLE attempt ADD COLUMN peak_memory INTEGER;
        ALTER TABLE attempt ADD COLUMN bytes_read INTEGER;
        ALTER TABLE attempt ADD COLUMN bytes_written INTEGER;

        """);
}
