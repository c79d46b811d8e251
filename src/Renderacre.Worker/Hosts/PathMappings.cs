using OpenJd.Expressions.Paths;

namespace Renderacre.Worker.Hosts;

/// <summary>Path mapping rules as the wire has them and as sessions take them.</summary>
internal static class PathMappings
{
    /// <summary>A rule from the wire.</summary>
    /// <param name="rule">The wire's rule.</param>
    public static PathMappingRule FromWire(Contracts.Jobs.PathMapping rule) => new(
        rule.SourcePathFormat switch
        {
            Contracts.Jobs.SourcePathFormat.Posix => OpenJd.Expressions.Paths.SourcePathFormat.Posix,
            Contracts.Jobs.SourcePathFormat.Windows => OpenJd.Expressions.Paths.SourcePathFormat.Windows,
            Contracts.Jobs.SourcePathFormat.Uri => OpenJd.Expressions.Paths.SourcePathFormat.Uri,
        },
        rule.SourcePath,
        rule.DestinationPath);
}
