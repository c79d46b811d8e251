using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Renderacre.Farm.Units;

/// <summary>
/// What is held of a step's units that have a live lease or a history. One is found by hashing; going through all
/// sorts them first, so that no decision hangs on the order of a hash table.
/// </summary>
internal sealed class HeldUnits : IEnumerable<KeyValuePair<long, FarmUnit>>
{
    private readonly Dictionary<long, FarmUnit> _units = [];

    /// <summary>What is held of a unit; made where nothing is.</summary>
    public FarmUnit this[long unit]
    {
        get
        {
            ref FarmUnit? held = ref System.Runtime.InteropServices.CollectionsMarshal
                .GetValueRefOrAddDefault(_units, unit, out _);
            return held ??= new FarmUnit();
        }
    }

    /// <summary>Makes room for units that are to come.</summary>
    public void EnsureCapacity(int count) => _units.EnsureCapacity(count);

    /// <summary>Finds what is held of a unit.</summary>
    public bool TryGetValue(long unit, [MaybeNullWhen(false)] out FarmUnit held) => _units.TryGetValue(unit, out held);

    /// <summary>What is held of a unit, or null.</summary>
    public FarmUnit? GetValueOrDefault(long unit) => _units.GetValueOrDefault(unit);

    /// <summary>Lets go of a unit.</summary>
    public void Remove(long unit) => _units.Remove(unit);

    /// <summary>All that is held as it is now, in order of the units.</summary>
    public IEnumerator<KeyValuePair<long, FarmUnit>> GetEnumerator() =>
        _units.OrderBy(entry => entry.Key).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
