using System.Text.RegularExpressions;

namespace OpenJd.Model.Schemas;

/// <summary>Texts that several objects of the specification have.</summary>
internal static partial class TextSchemas
{
    private const string IdentifierText = "[A-Za-z_][A-Za-z0-9_]*";

    /// <summary>Source: template schemas §7.2.</summary>
    public static readonly TextSchema Description = new("A description", 1, 2048) { Controls = "\n\r\t" };

    /// <summary>Source: template schemas §2.5.</summary>
    public static readonly TextSchema ParameterValue = new("The value", 0, 1024);

    /// <summary>Source: template schemas §1.1.1.</summary>
    public static readonly TextSchema JobName = new("A job's name", 1, 128)
    {
        MaxWithFeatureBundle1 = 512,
        Controls = "",
        IsFormat = true,
    };

    private static readonly TextPattern IdentifierPattern = new(
        Identifiers(),
        IdentifierText,
        "may hold letters a to z, digits and underscores, and cannot begin with a digit");

    /// <summary>Source: template schemas §7.1.</summary>
    public static TextSchema Identifier(string what) =>
        new(what, 1, 64) { MaxWithFeatureBundle1 = 512, Pattern = IdentifierPattern };

    /// <summary>A name that people read. Source: template schemas §3.1 and §4.1.</summary>
    public static TextSchema Name(string what) => new(what, 1, 64) { MaxWithFeatureBundle1 = 512, Controls = "" };

    /// <summary>Source: template schemas §2.6.</summary>
    public static TextSchema Label(string what) => new(what, 1, 64) { Controls = "" };

    /// <summary>Source: template schemas §4.4.1.</summary>
    public static TextSchema VariableName { get; } = new("A variable's name", 1, 256) { Pattern = IdentifierPattern };

    [GeneratedRegex($"^{IdentifierText}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifiers();
}
