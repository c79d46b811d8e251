using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OpenJd.Cli.Commands;

/// <summary>The usual help, and the command's example below it.</summary>
/// <param name="usual">The usual help.</param>
public sealed class ExampleHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    /// <summary>Puts examples into the help of a command line.</summary>
    /// <param name="root">Its root.</param>
    public static void Install(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        if (option.Action is SynchronousCommandLineAction usual)
            option.Action = new ExampleHelp(usual);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command as CommandWithExample;
        if (command?.OwnHelp?.Invoke(parseResult, () => UsualText(parseResult)) is { } ownExitCode)
            return ownExitCode;
        var exitCode = usual.Invoke(parseResult);
        if (command is not null)
            Write(parseResult.InvocationConfiguration.Output, command);
        return exitCode;
    }

    private string UsualText(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter { NewLine = "\n" };
        configuration.Output = text;
        usual.Invoke(parseResult);
        configuration.Output = output;
        return text.ToString();
    }

    private static void Write(TextWriter output, CommandWithExample command)
    {
        output.WriteLine(command.Example.Count == 1 ? "Example:" : "Examples:");
        foreach (var line in command.Example)
            output.WriteLine($"  {line}");
        output.WriteLine();
    }
}
