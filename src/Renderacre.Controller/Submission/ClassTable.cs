using System.Text;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Submission;

/// <summary>
/// Gives equal requirements one class. Told apart by a text of all they say, since their lists have no equality of
/// their own; lengths stand before the parts, so that no two requirements share a text.
/// </summary>
internal sealed class ClassTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<RequirementSpec> _specs = [];

    /// <summary>The classes, in order of first use.</summary>
    public IReadOnlyList<RequirementSpec> Specs => _specs;

    /// <summary>The class of a task's requirements.</summary>
    /// <param name="spec">The requirements.</param>
    /// <returns>Its place.</returns>
    public int PlaceOf(RequirementSpec spec)
    {
        string key = KeyOf(spec);
        if (_places.TryGetValue(key, out int place))
            return place;
        _specs.Add(spec);
        _places.Add(key, _specs.Count - 1);
        return _specs.Count - 1;
    }

    private static string KeyOf(RequirementSpec spec)
    {
        var key = new StringBuilder();
        AppendAll(key, spec.Labels.SelectMany(label => (string[])[label.Name, label.Value]));
        AppendAll(key, spec.Pools);
        AppendAll(key, spec.Amounts.SelectMany(amount => (string[])[amount.Name, $"{amount.Min}", $"{amount.Max}"]));
        foreach (AttributeDemand attribute in spec.Attributes)
        {
            AppendAll(key, [attribute.Name]);
            AppendAll(key, attribute.AnyOf);
            AppendAll(key, attribute.AllOf);
        }
        key.Append('|');
        AppendAll(key, spec.Limits);
        return key.ToString();
    }

    private static void AppendAll(StringBuilder key, IEnumerable<string> parts)
    {
        foreach (string part in parts)
            key.Append(part.Length).Append(':').Append(part);
        key.Append(';');
    }
}
