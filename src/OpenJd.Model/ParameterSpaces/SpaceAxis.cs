using System.Globalization;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// Where one task parameter's values lie in the order of tasks: the value of a task is the one at the place
/// <c>index / Stride % Length</c>. Of a CHUNK[INT] the values are its chunks, where their size is fixed.
/// </summary>
public sealed class SpaceAxis
{
    private readonly ParameterAxis _axis;
    private readonly bool _isApart;

    internal SpaceAxis(ParameterAxis axis, long stride, bool isApart)
    {
        (_axis, Stride, _isApart) = (axis, stride, isApart);
        Length = isApart ? axis.ValueCount : axis.Length;
    }

    /// <summary>The parameter's name.</summary>
    public string Name => _axis.Name;

    /// <summary>How many tasks lie from one value to the next, 1 or more.</summary>
    public long Stride { get; }

    /// <summary>How many values there are, 1 or more.</summary>
    public long Length { get; }

    /// <summary>Whether the values are whole numbers, or chunks of such.</summary>
    public bool IsInteger => _axis is IntegerAxis or ChunkAxis;

    /// <summary>The value at a place as a task shows it; of chunks that are cut later, one of a single value.</summary>
    /// <param name="place">From 0 to <see cref="Length"/> - 1.</param>
    public string TextAt(long place) =>
        _isApart && _axis is ChunkAxis chunks ? chunks.Chunk(place, 1).Value : _axis.At(place).Value;

    /// <summary>The first place of a whole number, of a chunk with it; null where there is none.</summary>
    /// <param name="value">The number.</param>
    public long? PlaceOf(long value)
    {
        var places = (_axis, _isApart) switch
        {
            (ChunkAxis chunks, true) => chunks.Values.PlacesOf(value),
            (ChunkAxis chunks, false) => chunks.ChunksWith(value),
            _ => _axis.PlacesOf(value.ToString(CultureInfo.InvariantCulture)),
        };
        foreach (var place in places) return place;
        return null;
    }
}
