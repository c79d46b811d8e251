namespace OpenJd.Model.Jobs;

/// <summary>Line ends of an embedded file. Source: template schemas §6.1.</summary>
public enum EndOfLine
{
    /// <summary>Those of the host.</summary>
    Auto,

    /// <summary>A line feed.</summary>
    Lf,

    /// <summary>A carriage return and a line feed.</summary>
    CrLf,
}
