namespace Renderacre.Controller.Options;

/// <summary>What keeps the farm.</summary>
internal enum StorageKind
{
    /// <summary>A temporary database that is gone with the controller.</summary>
    Memory,

    /// <summary>A database file.</summary>
    Sqlite,
}
