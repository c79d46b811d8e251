namespace Renderacre.Farm.Commands;

/// <summary>Who asks. Every command carries one.</summary>
/// <param name="Name">
/// As the audit shows it: <c>api</c>, <c>worker:&lt;id&gt;</c>, <c>farm</c>, later a user's name.
/// </param>
public readonly record struct Principal(string Name)
{
    /// <summary>The farm itself: expiry, dispatch.</summary>
    public static readonly Principal Itself = new("farm");
}
