using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Limits;

/// <summary>A limit in memory.</summary>
internal sealed class FarmLimit(string name)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// How many may be held at a time; null while nobody has defined it, and then nobody may hold it.
    /// </summary>
    public int? MaxCount { get; set; }

    /// <summary>How many sessions hold one.</summary>
    public int Used { get; set; }

    /// <summary>Classes whose sessions take one each.</summary>
    public List<RequirementClass> Classes { get; } = [];

    /// <summary>Whether one more may be held.</summary>
    public bool HasRoom => Used < (MaxCount ?? 0);
}
