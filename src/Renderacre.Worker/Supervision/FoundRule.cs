using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Supervision;

/// <summary>An output rule that a line fits.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Line">The line, or its start.</param>
internal sealed record FoundRule(OutputRule Rule, string Line)
{
    private const int LengthMax = 500;

    /// <summary>What is told of it.</summary>
    public string Message => Rule.Message ?? (Line.Length <= LengthMax ? Line.Trim() : Line[..LengthMax].Trim());
}
