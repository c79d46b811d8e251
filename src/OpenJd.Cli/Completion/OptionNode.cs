using System.CommandLine;

namespace OpenJd.Cli.Completion;

/// <summary>An option of a command, as completion and the reference see it.</summary>
/// <param name="Option">The option itself.</param>
public sealed record OptionNode(Option Option)
{
    private static readonly string[] FileWords = ["FILE", "DIR", "PATH"];

    /// <summary>Its names, the long one first.</summary>
    public IReadOnlyList<string> Names => [Option.Name, .. Option.Aliases.Order(StringComparer.Ordinal)];

    /// <summary>Whether a value comes after it.</summary>
    public bool TakesValue => Option.Arity.MaximumNumberOfValues > 0 && Option.ValueType != typeof(bool);

    /// <summary>The word that stands for its value in help.</summary>
    public string ValueName => Option.HelpName ?? "VALUE";

    /// <summary>Whether its value is a file or a folder.</summary>
    public bool TakesFile => TakesValue && FileWords.Contains(ValueName);

    /// <summary>The values it takes, where they are few and known.</summary>
    public IReadOnlyList<string> Values => TakesValue ? Choice(Option.HelpName) : [];

    /// <summary>What it is for.</summary>
    public string Description => Option.Description ?? "";

    /// <summary>The values that a help word such as <c>table|json</c> lists; none where it lists none.</summary>
    public static IReadOnlyList<string> Choice(string? helpName) =>
        helpName is not null && helpName.Contains('|', StringComparison.Ordinal) ? helpName.Split('|') : [];
}
