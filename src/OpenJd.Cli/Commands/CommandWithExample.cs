using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace OpenJd.Cli.Commands;

/// <summary>A command whose help ends with an example.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="example">One or more command lines, a line each.</param>
[SuppressMessage(
    "Design", "CA1010", Justification = "Command can be enumerated so that initializers add to it, and not as a list.")]
public sealed class CommandWithExample(string name, string description, params string[] example)
    : Command(name, description)
{
    /// <summary>Command lines to show.</summary>
    public IReadOnlyList<string> Example { get; } = example;

    /// <summary>
    /// Writes help of its own for some command lines: takes the command line and the usual help's text, returns the
    /// exit code, or null where the usual help is wanted. Null where there is none.
    /// </summary>
    public Func<ParseResult, Func<string>, int?>? OwnHelp { get; init; }
}
