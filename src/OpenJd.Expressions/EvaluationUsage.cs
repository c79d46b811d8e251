namespace OpenJd.Expressions;

/// <summary>What evaluations have cost so far. Give one to all expressions of a template to bound their sum.</summary>
public sealed class EvaluationUsage
{
    /// <summary>Operations of all evaluations.</summary>
    public long Operations { get; private set; }

    /// <summary>The most bytes that any one evaluation had in use at a time.</summary>
    public long PeakMemoryBytes { get; private set; }

    internal void Add(long operations, long peakMemoryBytes)
    {
        Operations += operations;
        PeakMemoryBytes = Math.Max(PeakMemoryBytes, peakMemoryBytes);
    }
}
