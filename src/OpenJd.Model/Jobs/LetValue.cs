using OpenJd.Expressions.Values;

namespace OpenJd.Model.Jobs;

/// <summary>A name that a step's <c>let</c> bound when the job was made. Source: template schemas §3.6.</summary>
/// <param name="Name">The name; it begins with a small letter or an underscore.</param>
/// <param name="Value">The value. Paths in it are POSIX ones, as all are when a job is made.</param>
public sealed record LetValue(string Name, ExpressionValue Value);
