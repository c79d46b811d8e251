namespace OpenJd.Sessions.Processes;

/// <summary>A process to start.</summary>
public sealed record ProcessSpec
{
    /// <summary>
    /// The program: a path, or a name looked up in the PATH of <see cref="Variables"/>. A relative path is relative to
    /// <see cref="WorkingDirectory"/>.
    /// </summary>
    public required string Command { get; init; }

    /// <summary>The arguments after the program's name, passed on exactly.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The complete environment; nothing else is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The directory the process starts in, absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>What marks the members of the process's tree; its variables are added to the environment.</summary>
    public required ProcessMarker Marker { get; init; }
}
