namespace Renderacre.Storage.Migrations;

/// <summary>What limits count and keep free, and what is known of their use elsewhere.</summary>
internal static class M013Limits
{
    public static readonly Migration Migration = new(13, """
        ALTER TABLE limit_definition ADD COLUMN counted_per INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE limit_definition ADD COLUMN headroom INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE limit_definition ADD COLUMN source TEXT;
        ALTER TABLE limit_definition ADD COLUMN report TEXT;

        DROP TABLE class_limit;

        """);
}
