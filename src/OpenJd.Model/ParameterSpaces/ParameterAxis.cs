using System.Globalization;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>The values of one task parameter.</summary>
internal sealed class ParameterAxis
{
    private readonly TaskParameterDefinition _definition;
    private readonly RangeExpression? _range;
    private readonly IReadOnlyList<string> _values;
    private ILookup<string, long>? _places;

    public ParameterAxis(TaskParameterDefinition definition)
    {
        _definition = definition;
        _values = definition.Values ?? [];
        _range = definition.RangeExpression is { } text ? Parse(definition.Name, text) : null;
        if (Length == 0) throw new ParameterSpaceException($"The task parameter '{definition.Name}' has no values.");
    }

    public long Length => _range?.Count ?? _values.Count;

    public TaskParameterValue At(long index) => new(
        _definition.Name,
        _definition.Type,
        _range is null ? _values[(int)index] : _range[index].ToString(CultureInfo.InvariantCulture));

    public bool Matches(long index, string value) => Key(At(index).Value) == Key(value);

    /// <summary>The places of a value in order; a list may hold it more than once.</summary>
    public IEnumerable<long> PlacesOf(string value)
    {
        if (_range is not null)
            return IntValue.TryParse(value) is { } number && _range.IndexOf(number.Value) is { } place ? [place] : [];
        _places ??= _values
            .Select((text, index) => (Key: Key(text), Index: (long)index))
            .ToLookup(pair => pair.Key, pair => pair.Index, StringComparer.Ordinal);
        return _places[Key(value)];
    }

    /// <summary>Numbers are compared as numbers, however spelled.</summary>
    private string Key(string value) => _definition.Type switch
    {
        TaskParameterType.Int or TaskParameterType.ChunkInt => IntValue.TryParse(value)?.Text ?? value,
        TaskParameterType.Float =>
            FloatValue.TryParse(value)?.Value.ToString("R", CultureInfo.InvariantCulture) ?? value,
        TaskParameterType.String or TaskParameterType.Path => value,
    };

    private static RangeExpression Parse(string name, string text)
    {
        try
        {
            return RangeExpression.Parse(text);
        }
        catch (ExpressionException exception)
        {
            throw new ParameterSpaceException(
                $"The range '{text}' of the task parameter '{name}' is none: {exception.Message}");
        }
    }
}
