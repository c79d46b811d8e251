namespace Renderacre.Storage.Migrations;

/// <summary>Graphics cards of workers, and those that sessions have.</summary>
internal static class M011Gpus
{
    public static readonly Migration Migration = new(11, """
        ALTER TABLE worker ADD COLUMN gpus TEXT;
        ALTER TABLE worker ADD COLUMN gpu_shares INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE session ADD COLUMN gpus TEXT;

        """);
}
