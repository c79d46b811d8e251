namespace OpenJd.Expressions.Regexes;

/// <summary>How large a pattern may become.</summary>
internal static class RegexLimits
{
    /// <summary>How many UTF-16 units a pattern may have.</summary>
    public const int PatternLengthMax = 10_000;

    /// <summary>How deeply groups may be nested.</summary>
    public const int NestingMax = 100;

    /// <summary>How many instructions a pattern may have once its counted repetitions are written out.</summary>
    public const int StatesMax = 10_000;

    /// <summary>How many capturing groups a pattern may have.</summary>
    public const int GroupsMax = 100;

    /// <summary>How many group ends the threads of one search may remember together: states times groups.</summary>
    public const int SlotsMax = 400_000;
}
