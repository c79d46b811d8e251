using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// The tasks of a step, by index and never expanded: making one costs the same for ten tasks and ten million. Of a
/// CHUNK[INT] a task has a whole chunk. Safe for use from several threads once made. Source: template schemas §3.4.
/// </summary>
public sealed class ParameterSpace
{
    /// <summary>The most tasks that a space can have, 2^63 - 1: as many as an index reaches.</summary>
    public const long MaxLength = long.MaxValue;

    private readonly SpaceBuilder? _parts;
    private readonly SpaceNode? _root;

    private ParameterSpace(SpaceBuilder? parts)
    {
        (_parts, _root) = (parts, parts?.Root);
        if (parts is { Chunked: { IsAdaptive: true } chunked })
            Adaptive = new AdaptiveSpace(parts.Rest(), chunked, parts.Axes);
    }

    /// <summary>
    /// How many tasks there are, 1 to <see cref="MaxLength"/>; a chunk of the default size counts as one.
    /// </summary>
    public long Length => _root?.Length ?? 1;

    /// <summary>How many tasks there are with chunks taken apart, 1 to <see cref="MaxLength"/>.</summary>
    public long TaskCount => _parts?.TaskCount ?? 1;

    /// <summary>Whether the scheduler may set the size of chunks: see <see cref="Adaptive"/>.</summary>
    public bool IsAdaptive => Adaptive is not null;

    /// <summary>
    /// The tasks with chunks taken apart, for a scheduler that cuts them; null where their size is fixed.
    /// </summary>
    public AdaptiveSpace? Adaptive { get; }

    /// <summary>The parameters in order of definition, as their values lie in the order of tasks.</summary>
    public IReadOnlyList<SpaceAxis> Axes => _parts is null
        ? []
        : [.. _parts.Axes.Select(axis => new SpaceAxis(axis, _root!.StrideOf(axis)!.Value, false))]; // All are in it.

    /// <summary>
    /// The parameters of a task, in order of definition; in a product the right-most factor moves fastest.
    /// </summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1.</param>
    /// <returns>The values; none for a step without parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task.</exception>
    public IReadOnlyList<TaskParameterValue> this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            if (_root is null) return [];
            var row = new TaskParameterValue[_parts!.Axes.Count]; // A root is made of parts.
            _root.Fill(index, row);
            return row;
        }
    }

    /// <summary>Makes a space.</summary>
    /// <param name="definition">
    /// The resolved parameters and their combination, or null for a step that is a single task.
    /// </param>
    /// <returns>The space.</returns>
    /// <exception cref="ParameterSpaceException">
    /// A range or the combination is faulty, members of an association differ in length, or there are too many tasks.
    /// </exception>
    public static ParameterSpace Create(ParameterSpaceDefinition? definition) =>
        new(definition is null ? null : new SpaceBuilder(definition));

    /// <summary>The tasks in order of index, faster than by index one by one.</summary>
    /// <param name="first">The index to begin at, from 0 to <see cref="Length"/> - 1.</param>
    /// <returns>The parameters of each, in order of definition.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task.</exception>
    public IEnumerable<IReadOnlyList<TaskParameterValue>> Tasks(long first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, Length);
        return _root is null ? [[]] : Iterate(_root, _parts!.Axes.Count, first); // A root is made of parts.
    }

    /// <summary>Hands out the tasks in chunks whose size is set as it goes.</summary>
    /// <returns>The tasks, none taken yet; null where the space has no adaptive chunks.</returns>
    public AdaptiveTasks? AdaptiveTasks() => Adaptive is { } adaptive ? new AdaptiveTasks(adaptive) : null;

    /// <summary>The index of the task with given values; numbers are compared as numbers.</summary>
    /// <param name="values">A value for each parameter, in any order.</param>
    /// <returns>The first such index, or null where there is none or parameters are missing or unknown.</returns>
    public long? IndexOf(IReadOnlyList<TaskParameterValue> values)
    {
        if (Row(values) is not { } row) return null;
        if (_root is null) return 0;
        foreach (var place in _root.Places(row)) return place;
        return null;
    }

    /// <summary>
    /// Whether a task may have given values: those of an index, or with any other chunk of a CHUNK[INT]'s values that
    /// its range constraint allows.
    /// </summary>
    /// <param name="values">A value for each parameter, in any order.</param>
    /// <returns>Whether it may; not where parameters are missing or unknown.</returns>
    public bool Contains(IReadOnlyList<TaskParameterValue> values)
    {
        if (Row(values) is not { } row) return false;
        if (_parts?.Chunked is not { } chunked) return _root is null || _root.Places(row).Any();
        return chunked.Covers(row[_parts.Axes.IndexOf(chunked)]) && _parts.Rest()?.Places(row).Any() != false;
    }

    /// <summary>The values' texts in order of definition, or null where parameters are missing or unknown.</summary>
    private string[]? Row(IReadOnlyList<TaskParameterValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var axes = _parts?.Axes ?? [];
        if (values.Count != axes.Count) return null;
        var row = new string[axes.Count];
        for (var i = 0; i < row.Length; i++)
        {
            if (values.FirstOrDefault(value => value.Name == axes[i].Name).Value is not { } text) return null;
            row[i] = text;
        }

        return row;
    }

    private static IEnumerable<IReadOnlyList<TaskParameterValue>> Iterate(SpaceNode root, int parameters, long first)
    {
        var odometer = new TaskOdometer(root, parameters, first);
        do
            yield return [.. odometer.Row];
        while (odometer.MoveNext());
    }
}
