import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { Config } from '../../config/config.js'
import { askOnce } from './ask-once.js'

type Microsofts = ConfigurationBotFrameworkAuthentication
type ConnectorFactory = ReturnType<Microsofts['createConnectorFactory']>
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>
type ClaimsIdentity = Parameters<Microsofts['createConnectorFactory']>[0]
type UserTokenClient = ReturnType<Microsofts['createUserTokenClient']>
/** How we prove to the channels who we are; Microsoft's sign-in with the bot's password when none is given. */
export type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]

export type Identity = { botService?: Config['botService']; password?: string; credentials?: Credentials }

/** Who signs the tokens of Azure Bot Service. */
export const TOKEN_ISSUER = 'https://api.botframework.com'

// Microsoft's public cloud. All must be given as soon as one is, and the address of the keys is ours to configure.
const PUBLIC_CLOUD = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: TOKEN_ISSUER,
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  CallerId: 'urn:botframework:azure',
} as const

// A channel has a handful of service addresses, one for each part of the world.
const MOST_CONNECTORS = 50

/** Microsoft's own validation and clients. What is the same for every turn is made once, not once a turn. */
export class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Map<string, Promise<ConnectorClient>>()
  private userTokens: UserTokenClient | undefined

  constructor({ botService, password, credentials }: Identity) {
    super(
      {
        ...PUBLIC_CLOUD,
        ...(botService?.openIdMetadata ? { ToBotFromChannelOpenIdMetadataUrl: botService.openIdMetadata } : {}),
        ...(botService
          ? {
              MicrosoftAppId: botService.appId,
              MicrosoftAppPassword: password,
              MicrosoftAppType: botService.tenant ? 'SingleTenant' : 'MultiTenant',
              MicrosoftAppTenantId: botService.tenant,
            }
          : {}),
      },
      credentials,
    )
  }

  override async authenticateRequest(...request: Parameters<Microsofts['authenticateRequest']>) {
    const result = await super.authenticateRequest(...request)
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) }
  }

  // The identity is always the bot's own: the audience of a token has been checked, and skills are refused.
  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return { create: (serviceUrl, audience) => this.connector(identity, serviceUrl, audience) }
  }

  override createUserTokenClient(identity: ClaimsIdentity): UserTokenClient {
    return (this.userTokens ??= super.createUserTokenClient(identity))
  }

  private connector(identity: ClaimsIdentity, serviceUrl: string, audience: string | undefined): Promise<ConnectorClient> {
    const name = `${serviceUrl} ${audience}`
    const known = this.connectors.get(name)
    if (known) return known
    if (this.connectors.size >= MOST_CONNECTORS) this.connectors.clear()
    const made = super.createConnectorFactory(identity).create(serviceUrl, audience).then(askOnce)
    this.connectors.set(name, made)
    return made
  }
}
