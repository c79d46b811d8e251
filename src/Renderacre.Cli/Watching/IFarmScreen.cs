namespace Renderacre.Cli.Watching;

/// <summary>Shows the farm as it changes.</summary>
internal interface IFarmScreen
{
    /// <summary>Shows it as it is now.</summary>
    void Show(FarmView farm);

    /// <summary>Says that the controller does not answer for the moment.</summary>
    /// <param name="reason">Why.</param>
    void ShowSilence(string reason);
}
