namespace Renderacre.Controller.Hooks;

/// <summary>What a hook does: it runs a command or asks an address.</summary>
internal abstract record HookTarget
{
    /// <summary>Texts of it that nobody may read in a log.</summary>
    public abstract IEnumerable<string> Secrets { get; }
}
