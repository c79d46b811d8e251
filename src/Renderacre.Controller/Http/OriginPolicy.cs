using System.Net;
using Microsoft.Extensions.Primitives;

namespace Renderacre.Controller.Http;

/// <summary>
/// Which Host and Origin a request may have. A page of another site, or a site whose name was made to point here,
/// could otherwise have its visitor's browser run commands on the farm.
/// </summary>
/// <param name="bind">The address the controller listens at.</param>
/// <param name="allowedOrigins">Origins beside the controller's own.</param>
internal sealed class OriginPolicy(IPEndPoint bind, IReadOnlyList<string> allowedOrigins)
{
    private readonly HashSet<string> _allowedOrigins = new(
        allowedOrigins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    // The newest Host that was found to be the controller's own, with its port: nearly every request has the same.
    private OwnHost? _newest;

    /// <summary>Whether a Host header is the controller's own.</summary>
    /// <param name="host">The header.</param>
    /// <param name="port">The port the request came in at.</param>
    public bool IsOwnHost(HostString host, int port)
    {
        if (_newest is { } newest && newest.Port == port && newest.Host == host.Value)
            return true;
        if (!host.HasValue || (host.Port ?? 80) != port || !IsOwnName(host.Host))
            return false;
        _newest = new OwnHost(host.Value, port);
        return true;
    }

    /// <summary>Whether an Origin header is missing, the controller's own, or allowed.</summary>
    /// <param name="origin">The header.</param>
    /// <param name="port">The port the request came in at.</param>
    public bool IsAllowedOrigin(StringValues origin, int port)
    {
        if (origin.Count == 0)
            return true;
        string text = origin.ToString().TrimEnd('/');
        return _allowedOrigins.Contains(text) || IsOwnOrigin(text, port);
    }

    private bool IsOwnOrigin(string origin, int port) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp && uri.Port == port
            && IsOwnName(uri.Host);

    // Bound to every address, the controller cannot know its names; any IP address is then taken as one, for a name
    // that points here is what the check is against, and addresses are no names.
    private bool IsOwnName(string name)
    {
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(name.Trim('[', ']'), out IPAddress? address))
            return IsMachineName(name);
        return IPAddress.IsLoopback(address) || address.Equals(bind.Address) || IsAny(bind.Address);
    }

    private bool IsMachineName(string name) =>
        !IPAddress.IsLoopback(bind.Address) && name.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    private static bool IsAny(IPAddress address) =>
        address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private sealed record OwnHost(string Host, int Port);
}
