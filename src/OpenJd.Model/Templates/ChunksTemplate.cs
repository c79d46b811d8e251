using OpenJd.Model.Jobs;

namespace OpenJd.Model.Templates;

/// <summary>How the values of a CHUNK[INT] parameter are put into chunks. Source: template schemas §3.4.1.5.</summary>
/// <param name="DefaultTaskCount">How many tasks make a chunk, 1 or more, resolved when the job is made.</param>
/// <param name="TargetRuntimeSeconds">
/// The seconds that a chunk should run, 0 or more, resolved when the job is made; null or 0 for no such aim.
/// </param>
/// <param name="RangeConstraint">Which values may share a chunk.</param>
public sealed record ChunksTemplate(
    TemplateString DefaultTaskCount,
    TemplateString? TargetRuntimeSeconds,
    RangeConstraint RangeConstraint);
