namespace Renderacre.Storage.Migrations;

/// <summary>One step of the schema's history. Once released, never changed.</summary>
/// <param name="Version">The schema's version after it.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Version, string Sql);
