namespace OpenJd.Sessions.Processes.Posix;

/// <summary>Finds the program of a launch as execvp would, but with the child's PATH and working directory.</summary>
internal static class ExecutableSearch
{
    /// <summary>The PATH of a child that has none: what execvp takes.</summary>
    public const string DefaultPath = "/bin:/usr/bin";

    /// <summary>The absolute path of the program.</summary>
    /// <exception cref="ProcessStartException">There is none; the message tells where it was looked for.</exception>
    public static string Find(ProcessSpec spec)
    {
        if (spec.Command.Length == 0)
            throw new ProcessStartException("the command is empty: it must name a program");
        return spec.Command.Contains('/') ? FindPath(spec) : FindName(spec);
    }

    private static string FindPath(ProcessSpec spec)
    {
        var path = Path.Combine(spec.WorkingDirectory, spec.Command);
        if (IsExecutable(path))
            return path;
        throw new ProcessStartException(File.Exists(path)
            ? $"'{spec.Command}' cannot be run: {path} is not executable for this user"
            : Directory.Exists(path)
                ? $"'{spec.Command}' cannot be run: {path} is a directory"
                : $"'{spec.Command}' was not found: there is no file {path}");
    }

    private static string FindName(ProcessSpec spec)
    {
        var searched = spec.Variables.TryGetValue("PATH", out var path) ? path : DefaultPath;
        foreach (var folder in searched.Split(':'))
        {
            // An empty entry stands for the current directory.
            var candidate = Path.Combine(spec.WorkingDirectory, folder, spec.Command);
            if (IsExecutable(candidate))
                return candidate;
        }

        var unusable = searched.Split(':')
            .Select(folder => Path.Combine(spec.WorkingDirectory, folder, spec.Command)).FirstOrDefault(File.Exists);
        throw new ProcessStartException(unusable is null
            ? $"'{spec.Command}' was not found in the action's PATH ({searched})"
            : $"'{spec.Command}' cannot be run: {unusable} is not executable for this user (PATH is {searched})");
    }

    // Folders can be executable too. The cheaper question goes first: a PATH is mostly places where it is not.
    private static bool IsExecutable(string path) =>
        LibC.Access(path, LibC.ExecuteAccess) == 0 && File.Exists(path);
}
