using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using Renderacre.Farm.Units;

namespace Renderacre.Controller.Documents;

/// <summary>A parameter space of a step, and which units its tasks are.</summary>
internal sealed class StepSpace
{
    private const char KeySeparator = '\0';

    private readonly ParameterSpace _space;
    private readonly SpaceAxis[] _axesByName;

    /// <summary>Lays a space out.</summary>
    /// <param name="definition">The space, or null for a single task.</param>
    /// <param name="places">The units in the order of the space, or null where they are numbered by it.</param>
    /// <param name="unitsAreApart">
    /// Whether a unit of adaptive chunks is a single value, not a chunk of the default size.
    /// </param>
    /// <exception cref="ParameterSpaceException">The space is faulty.</exception>
    public StepSpace(ParameterSpaceDefinition? definition, IReadOnlyList<PlacedUnits>? places, bool unitsAreApart)
    {
        Definition = definition;
        _space = ParameterSpace.Create(definition);
        Adaptive = unitsAreApart ? _space.Adaptive : null;
        Places = places is null ? null : new UnitPlaces(places);
        _axesByName = [.. Axes.OrderBy(axis => axis.Name, StringComparer.Ordinal)];
    }

    /// <summary>The space as it is defined, or null for a single task.</summary>
    public ParameterSpaceDefinition? Definition { get; }

    /// <summary>The space where the farm cuts its chunks, or null.</summary>
    public AdaptiveSpace? Adaptive { get; }

    /// <summary>Where its units lie; null where each unit's place is its number.</summary>
    public UnitPlaces? Places { get; }

    /// <summary>The task parameters, as their values lie in the order of tasks.</summary>
    public IReadOnlyList<SpaceAxis> Axes => Adaptive?.Axes ?? _space.Axes;

    /// <summary>How many tasks there are.</summary>
    public long Count => Adaptive?.TaskCount ?? _space.Length;

    /// <summary>The number that comes after that of every unit of the space.</summary>
    public long UnitsEnd => Places?.Runs.Max(run => run.First + run.Count) ?? Count;

    /// <summary>Its units, in the order of the space.</summary>
    public IEnumerable<long> Units()
    {
        for (long place = 0; place < Count; place++)
            yield return UnitAt(place);
    }

    /// <summary>The unit at a place.</summary>
    public long UnitAt(long place) => Places?.UnitAt(place) ?? place;

    /// <summary>Whether units were tasks of the space, one of them or a chunk that could be cut.</summary>
    /// <param name="unit">The first unit.</param>
    /// <param name="count">How many.</param>
    public bool Has(long unit, long count)
    {
        if (Places is { } places ? !places.Follow(unit, count) : unit + count > Count)
            return false;
        return count == 1 || Adaptive?.RoomAt(PlaceOf(unit)) >= count;
    }

    /// <summary>The parameters of a task, or of a chunk of several.</summary>
    /// <param name="unit">The first unit, which it has.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<TaskParameterValue> Values(long unit, long count) =>
        Adaptive is { } space ? space.Chunk(PlaceOf(unit), count) : _space[PlaceOf(unit)];

    /// <summary>All values of the task at a place as one text: tasks of equal parameters have equal ones.</summary>
    public string KeyAt(long place) => string.Join(
        KeySeparator, _axesByName.Select(axis => $"{axis.Name}={axis.TextAt(place / axis.Stride % axis.Length)}"));

    private long PlaceOf(long unit) => Places?.PlaceOf(unit) ?? unit;
}
