using System.CommandLine;

namespace OpenJd.Cli.Templates;

/// <summary>
/// Lets the commands for templates take their arguments as the other <c>openjd</c> programs do: beginnings of option
/// names, values beside a short name (<c>-pK=V</c>), the last one of an option given twice, values that begin with a
/// dash, and <c>help COMMAND</c>.
/// </summary>
/// <param name="command">The command whose options count.</param>
internal sealed class OpenJdArguments(Command command)
{
    private const string Help = "help";
    private const string Negation = "no-";
    private static readonly string[] Commands = ["check", "summary", "run", "schema"];

    private readonly List<string> _positions = [];
    private readonly List<(Option Option, string? Value)> _given = [];

    /// <summary>The arguments as the parser takes them; those of other commands stay as they are.</summary>
    /// <param name="root">The program.</param>
    /// <param name="args">The arguments as given.</param>
    public static IReadOnlyList<string> Normalize(RootCommand root, IReadOnlyList<string> args)
    {
        if (args is [Help, ..])
            return [.. args.Skip(1).Take(1), "--help"];
        var command = args is [var name, ..] && Commands.Contains(name)
            ? root.Subcommands.FirstOrDefault(one => one.Name == name)
            : null;
        return command is null ? args : new OpenJdArguments(command).Normalize(args);
    }

    private string[] Normalize(IReadOnlyList<string> args)
    {
        for (var i = 1; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                _positions.AddRange(args.Skip(i));
                break;
            }

            if (Find(args[i]) is not var (option, value))
            {
                _positions.Add(args[i]);
                continue;
            }

            if (value is null && TakesValue(option) && i + 1 < args.Count)
                value = args[++i];
            Add(option, value);
        }

        return [args[0], .. _given.SelectMany(Written), .. _positions];
    }

    // The last one counts, and of --x and --no-x too.
    private void Add(Option option, string? value)
    {
        if (option.Arity.MaximumNumberOfValues <= 1)
            _given.RemoveAll(one => Subject(one.Option) == Subject(option));
        _given.Add((option, value));
    }

    private (Option Option, string? Value)? Find(string argument)
    {
        if (argument.Length < 2 || argument[0] != '-')
            return null;
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
        if (Named(name) is { } option)
            return (option, value);
        return argument.StartsWith("--", StringComparison.Ordinal)
            ? Beginning(name) is { } only ? (only, value) : null
            : Beside(argument);
    }

    private Option? Named(string name) =>
        command.Options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

    private Option? Beginning(string name)
    {
        List<Option> found = [.. command.Options.Where(option => Names(option).Any(
            one => one.StartsWith(name, StringComparison.Ordinal)))];
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>A short name with its value beside it.</summary>
    private (Option Option, string? Value)? Beside(string argument)
    {
        for (var length = argument.Length - 1; length >= 2; length--)
        {
            if (Named(argument[..length]) is { } option && TakesValue(option))
                return (option, argument[length..]);
        }

        return null;
    }

    private static IEnumerable<string> Names(Option option) => option.Aliases.Prepend(option.Name);

    private static bool TakesValue(Option option) =>
        option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);

    private static string Subject(Option option)
    {
        var name = option.Name.TrimStart('-');
        return name.StartsWith(Negation, StringComparison.Ordinal) ? name[Negation.Length..] : name;
    }

    // A value that begins with a dash is none to the parser unless it is joined; an empty one is none if it is.
    private static string[] Written((Option Option, string? Value) given) => given.Value switch
    {
        null => [given.Option.Name],
        "" => [given.Option.Name, ""],
        var value => [$"{given.Option.Name}={value}"],
    };
}
