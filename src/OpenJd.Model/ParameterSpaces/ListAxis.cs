using System.Globalization;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>The values of a FLOAT, STRING or PATH.</summary>
internal sealed class ListAxis(string name, TaskParameterType type, string[] values)
    : ParameterAxis(name, type)
{
    private readonly TaskParameterType _type = type;
    private ILookup<string, long>? _places;

    public override long Length => values.Length;

    public override IEnumerable<long> PlacesOf(string value)
    {
        _places ??= values.Index().ToLookup(pair => Key(pair.Item), pair => (long)pair.Index, StringComparer.Ordinal);
        return _places[Key(value)];
    }

    protected override string TextAt(long index) => values[(int)index];

    /// <summary>Numbers are compared as numbers, however spelled.</summary>
    private string Key(string value) =>
        _type == TaskParameterType.Float && FloatValue.TryParse(value) is { } number
            ? number.Value.ToString("R", CultureInfo.InvariantCulture)
            : value;
}
