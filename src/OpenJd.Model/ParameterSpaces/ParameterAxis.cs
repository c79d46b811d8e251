using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>The values of one task parameter, by place; of a CHUNK[INT] its chunks.</summary>
internal abstract class ParameterAxis(string name, TaskParameterType type)
{
    public string Name { get; } = name;

    /// <summary>How many values or chunks there are, 1 or more.</summary>
    public abstract long Length { get; }

    /// <summary>How many single values there are, with chunks taken apart.</summary>
    public virtual long ValueCount => Length;

    /// <summary>The value at a place as a task shows it.</summary>
    public TaskParameterValue At(long index) => new(Name, type, TextAt(index));

    /// <summary>The places of a value in order; a list may hold it more than once.</summary>
    public abstract IEnumerable<long> PlacesOf(string value);

    /// <summary>Whether a value is at a place.</summary>
    public bool IsAt(string value, long index) => PlacesOf(value).Contains(index);

    /// <summary>Whether a task may have this value: of a CHUNK[INT] any chunk of its values, regular or not.</summary>
    public virtual bool Covers(string value) => PlacesOf(value).Any();

    protected abstract string TextAt(long index);
}
