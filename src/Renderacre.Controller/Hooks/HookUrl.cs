namespace Renderacre.Controller.Hooks;

/// <summary>Addresses of hooks.</summary>
internal static class HookUrl
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address, or null where it is no absolute one of http or https, or has a user in it.</returns>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0
            ? url
            : null;
}
