namespace Renderacre.Simulation.Network;

/// <summary>What a client hears.</summary>
/// <param name="Status">The HTTP status; 0 where nothing was heard.</param>
/// <param name="Body">The body of a 200.</param>
internal sealed record Answer(int Status, byte[]? Body)
{
    /// <summary>Nothing was heard.</summary>
    public static readonly Answer Silence = new(0, null);

    public bool IsOk => Status == 200;
}
