namespace Renderacre.Storage.Migrations;

/// <summary>What failures did to units, and until when they rest; warnings of attempts.</summary>
internal static class M010Failures
{
    public static readonly Migration Migration = new(10, """
        ALTER TABLE unit ADD COLUMN rests_until INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE unit ADD COLUMN losses INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE unit ADD COLUMN deferrals INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE unit ADD COLUMN memory_level INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE attempt ADD COLUMN warnings TEXT;
        """);
}
