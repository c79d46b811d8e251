namespace OpenJd.Sessions.Processes.Windows;

/// <summary>Finds the program of a launch in the child's PATH, with the endings of its PATHEXT.</summary>
internal static class WindowsExecutableSearch
{
    private const string DefaultEndings = ".COM;.EXE;.BAT;.CMD";

    /// <summary>The absolute path of the program.</summary>
    /// <param name="spec">The launch.</param>
    /// <param name="exists">Whether a file exists.</param>
    /// <exception cref="ProcessStartException">There is none; the message tells where it was looked for.</exception>
    public static string Find(ProcessSpec spec, Func<string, bool> exists)
    {
        if (spec.Command.Length == 0)
            throw new ProcessStartException("the command is empty: it must name a program");
        var path = Value(spec, "PATH") ?? "";
        var isPath = spec.Command.AsSpan().IndexOfAny('\\', '/', ':') >= 0;
        var folders = isPath ? [""] : path.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var endings = (Value(spec, "PATHEXT") ?? DefaultEndings).Split(';', StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in folders)
        {
            if (Candidates(Path.Combine(spec.WorkingDirectory, folder, spec.Command), endings).FirstOrDefault(exists)
                is { } found)
            {
                return found;
            }
        }

        var where = isPath ? ": there is no such file" : $" in the action's PATH ({path})";
        throw new ProcessStartException(
            $"'{spec.Command}' was not found{where}, tried with the endings {string.Join(';', endings)}");
    }

    private static IEnumerable<string> Candidates(string path, string[] endings) =>
        (Path.HasExtension(path) ? [path] : Enumerable.Empty<string>()).Concat(endings.Select(ending => path + ending));

    private static string? Value(ProcessSpec spec, string name) => spec.Variables
        .Where(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.Value)
        .FirstOrDefault();
}
