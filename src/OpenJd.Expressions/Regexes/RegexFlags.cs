namespace OpenJd.Expressions.Regexes;

/// <summary>The portable flags, as in <c>(?i)</c> or <c>(?s:...)</c>.</summary>
[Flags]
internal enum RegexFlags
{
    None = 0,

    /// <summary><c>i</c>: letters match whatever their case.</summary>
    IgnoreCase = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> also stand at the ends of lines.</summary>
    Multiline = 2,

    /// <summary><c>s</c>: <c>.</c> also matches a line break.</summary>
    DotAll = 4,

    /// <summary><c>u</c>: classes and case are Unicode's, which they are anyway.</summary>
    Unicode = 8,
}
