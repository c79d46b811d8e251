namespace Renderacre.Contracts.Jobs;

/// <summary>A path mapping rule on the wire.</summary>
/// <param name="SourcePathFormat">The form of the source path.</param>
/// <param name="SourcePath">The path, with everything below it, that is replaced.</param>
/// <param name="DestinationPath">What it is replaced by.</param>
public sealed record PathMapping(SourcePathFormat SourcePathFormat, string SourcePath, string DestinationPath);
