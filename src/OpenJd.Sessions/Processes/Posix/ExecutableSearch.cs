using System.Text;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>Finds the program of a launch as execvp would, but with the child's PATH and working directory.</summary>
internal sealed class ExecutableSearch
{
    /// <summary>The PATH of a child that has none: what execvp takes.</summary>
    public const string DefaultPath = "/bin:/usr/bin";

    // A session's tasks mostly run one program: its places are put together once, and asked each time.
    private Places? _last;

    /// <summary>The absolute path of the program.</summary>
    /// <exception cref="ProcessStartException">There is none; the message tells where it was looked for.</exception>
    public string Find(ProcessSpec spec)
    {
        if (spec.Command.Length == 0)
            throw new ProcessStartException("the command is empty: it must name a program");
        return spec.Command.Contains('/') ? FindPath(spec) : FindName(spec);
    }

    private static string FindPath(ProcessSpec spec)
    {
        var path = Path.Combine(spec.WorkingDirectory, spec.Command);
        if (IsExecutable(path, Native(path)))
            return path;
        throw new ProcessStartException(File.Exists(path)
            ? $"'{spec.Command}' cannot be run: {path} is not executable for this user"
            : Directory.Exists(path)
                ? $"'{spec.Command}' cannot be run: {path} is a directory"
                : $"'{spec.Command}' was not found: there is no file {path}");
    }

    private string FindName(ProcessSpec spec)
    {
        var searched = spec.Variables.TryGetValue("PATH", out var path) ? path : DefaultPath;
        var places = _last;
        if (places is null || !places.AreOf(spec, searched))
            _last = places = new Places(spec, searched);
        foreach (var (candidate, native) in places.Candidates)
        {
            if (IsExecutable(candidate, native))
                return candidate;
        }

        var unusable = places.Candidates.Select(each => each.Path).FirstOrDefault(File.Exists);
        throw new ProcessStartException(unusable is null
            ? $"'{spec.Command}' was not found in the action's PATH ({searched})"
            : $"'{spec.Command}' cannot be run: {unusable} is not executable for this user (PATH is {searched})");
    }

    // Folders can be executable too. The cheaper question goes first: a PATH is mostly places where it is not.
    private static bool IsExecutable(string path, byte[] native) =>
        LibC.Access(native, LibC.ExecuteAccess) == 0 && File.Exists(path);

    private static byte[] Native(string path) => Encoding.UTF8.GetBytes(path + '\0');

    /// <summary>Where a command is looked for, in order.</summary>
    private sealed class Places(ProcessSpec spec, string searched)
    {
        private readonly string _command = spec.Command;
        private readonly string _workingDirectory = spec.WorkingDirectory;

        /// <summary>Each place, and the same as the system takes it. An empty entry is the current directory.</summary>
        public IReadOnlyList<(string Path, byte[] Native)> Candidates { get; } =
        [
            .. searched.Split(':')
                .Select(folder => Path.Combine(spec.WorkingDirectory, folder, spec.Command))
                .Select(path => (path, Native(path))),
        ];

        public bool AreOf(ProcessSpec other, string path) =>
            _command == other.Command && searched == path && _workingDirectory == other.WorkingDirectory;
    }
}
