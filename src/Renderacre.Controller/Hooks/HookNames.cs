using OpenJd.Model.Validation;

namespace Renderacre.Controller.Hooks;

/// <summary>Finds the hooks that other parts of the hooks file name.</summary>
/// <param name="hooks">The hooks in which nothing is wrong.</param>
/// <param name="all">The names of all hooks.</param>
/// <param name="faults">Gets names that there are not.</param>
internal sealed class HookNames(
    IReadOnlyDictionary<string, HookDefinition> hooks, IEnumerable<string> all, List<string> faults)
{
    /// <summary>Finds hooks.</summary>
    /// <param name="key">The key that names them.</param>
    /// <param name="names">Their names, or null.</param>
    public IReadOnlyList<HookDefinition> FindAll(string key, IEnumerable<string>? names) =>
        [.. (names ?? []).Select(name => Find(key, name)).OfType<HookDefinition>()];

    /// <summary>Finds a hook.</summary>
    /// <param name="key">The key that names it.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The hook, or null where there is none, or something is wrong in it.</returns>
    public HookDefinition? Find(string key, string name)
    {
        if (!all.Contains(name))
            faults.Add($"{key}: there is no hook '{name}'.{NearestName.Suggest(name, all)}");
        return hooks.GetValueOrDefault(name);
    }
}
