namespace Renderacre.Controller.Hooks;

/// <summary>A command of the controller's configuration; no shell reads it.</summary>
/// <param name="Command">The program and its arguments, the program first.</param>
/// <param name="Environment">Variables beside the controller's own.</param>
internal sealed record CommandTarget(
    IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment) : HookTarget
{
    /// <inheritdoc/>
    public override IEnumerable<string> Secrets => Environment.Values;
}
