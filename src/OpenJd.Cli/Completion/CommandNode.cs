using System.CommandLine;
using System.CommandLine.Help;

namespace OpenJd.Cli.Completion;

/// <summary>A command of the tree, as completion and the reference see it.</summary>
/// <param name="Path">Its name after those of the commands that it is under, parted by spaces.</param>
/// <param name="Command">The command itself.</param>
public sealed record CommandNode(string Path, Command Command)
{
    /// <summary>The last name of the path.</summary>
    public string Name => Path.Split(' ')[^1];

    /// <summary>Its options for everybody's eyes.</summary>
    public IEnumerable<OptionNode> Options =>
        Command.Options.Where(option => !option.Hidden && option is not (HelpOption or VersionOption))
            .Select(option => new OptionNode(option));

    /// <summary>Its options that a value comes after, by each name, after the command's path.</summary>
    public IEnumerable<(string Words, OptionNode Option)> ValueOptions => Options.Where(option => option.TakesValue)
        .SelectMany(option => option.Names.Select(name => ($"{Path} {name}", option)));

    /// <summary>The commands directly under it.</summary>
    public IEnumerable<CommandNode> Children => Command.Subcommands.Where(child => !child.Hidden)
        .Select(child => new CommandNode($"{Path} {child.Name}", child));

    /// <summary>Whether one of its arguments is a file.</summary>
    public bool TakesFile => Command.Arguments.Any(argument => argument.Name is "FILE");

    /// <summary>The values that its arguments take, where they are few and known.</summary>
    public IEnumerable<string> ArgumentValues =>
        Command.Arguments.SelectMany(argument => OptionNode.Choice(argument.HelpName));

    /// <summary>The command and all below it, each before those under it.</summary>
    public IEnumerable<CommandNode> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>The tree under a root.</summary>
    /// <param name="root">The root.</param>
    /// <param name="programName">What the program is called.</param>
    public static CommandNode Of(RootCommand root, string programName) => new(programName, root);
}
