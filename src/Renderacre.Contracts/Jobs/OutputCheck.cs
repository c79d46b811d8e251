namespace Renderacre.Contracts.Jobs;

/// <summary>A file that a task must have made once it has succeeded.</summary>
public sealed record OutputCheck
{
    /// <summary>Checks of a task, at most.</summary>
    public const int ChecksMax = 50;

    /// <summary>
    /// Its path: of direct tasks as it stands; of template tasks with the values of <c>{{Param.…}}</c> and
    /// <c>{{Task.Param.…}}</c>, of a chunk for each of its values. Relative ones are below the working directory.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Bytes that it has at least, 0 or more; null means 1.</summary>
    public long? BytesMin { get; init; }
}
