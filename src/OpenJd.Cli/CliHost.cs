namespace OpenJd.Cli;

/// <summary>What a command line stands in: its streams, variables, folder and clock.</summary>
public sealed record CliHost
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Errors and remarks.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Looks up an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The folder that relative paths are of.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The user's name, the owner of jobs unless told otherwise.</summary>
    public required string UserName { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether <see cref="Output"/> is a terminal: colours and a live line only then.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Lines of the terminal.</summary>
    public int Height { get; init; } = 24;

    /// <summary>Whether colours are wanted: on a terminal, unless NO_COLOR is set (to anything but nothing).</summary>
    public bool UseColor => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR"));

    /// <summary>What the program is called, such as renderacre or openjd.</summary>
    public required string ProgramName { get; init; }

    /// <summary>The host of this process.</summary>
    /// <param name="programName">What the program is called.</param>
    public static CliHost OfProcess(string programName) => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Variable = Environment.GetEnvironmentVariable,
        CurrentDirectory = Environment.CurrentDirectory,
        UserName = Environment.UserName,
        Time = TimeProvider.System,
        ProgramName = programName,
        IsTerminal = !Console.IsOutputRedirected,
        Width = Console.IsOutputRedirected ? 80 : Math.Max(Console.WindowWidth, 40),
        Height = Console.IsOutputRedirected ? 24 : Math.Max(Console.WindowHeight, 10),
    };

    /// <summary>A path as given, made whole.</summary>
    /// <param name="path">Relative to <see cref="CurrentDirectory"/>, or whole already.</param>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);
}
