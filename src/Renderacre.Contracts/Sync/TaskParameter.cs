namespace Renderacre.Contracts.Sync;

/// <summary>An OpenJD task parameter.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type as the specification spells it: INT, FLOAT, STRING, PATH or CHUNK[INT].</param>
/// <param name="Value">The value's text.</param>
public sealed record TaskParameter(string Name, string Type, string Value);
