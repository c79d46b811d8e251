using System.Globalization;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>The values of an INT.</summary>
internal sealed class IntegerAxis(string name, IntegerSequence values) : ParameterAxis(name, TaskParameterType.Int)
{
    public override long Length => values.Count;

    public override IEnumerable<long> PlacesOf(string value) =>
        IntValue.TryParse(value) is { } number ? values.PlacesOf(number.Value) : [];

    protected override string TextAt(long index) => values[index].ToString(CultureInfo.InvariantCulture);
}
